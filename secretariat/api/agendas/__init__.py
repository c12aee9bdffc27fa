"""The agenda of a coming meeting in the API: told, and changed by the verbs and under the rules of its page."""
