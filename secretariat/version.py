"""The version of the service, as its pages and CHANGELOG.md tell it."""

VERSION = "0.1.0"
