"""A filled-in form of Django admin, as the browser would send it back."""

from html.parser import HTMLParser


class _Fields(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self._select = self._area = None

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        name = told.get("name")
        if tag == "input" and name and told.get("type") not in ("submit", "button", "file"):
            if told.get("type") not in ("checkbox", "radio") or "checked" in told:
                self.values.setdefault(name, []).append(told.get("value") or ("on" if told.get("type") == "checkbox" else ""))
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in told:
            self.values.setdefault(self._select, []).append(told.get("value") or "")
        elif tag == "textarea" and name:
            self._area = name
            self.values[name] = [""]

    def handle_data(self, data):
        if self._area:
            self.values[self._area][0] += data

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = None
        elif tag == "textarea":
            if self.values[self._area][0].startswith("\n"):  # a browser drops the first line break
                self.values[self._area][0] = self.values[self._area][0][1:]
            self._area = None


def filled_in(html: str, form: str = "") -> dict[str, list[str]]:
    """The values the form on the page would send, by field name: the form of the class `form`, or else the first of the content."""
    fields = _Fields()
    if form:
        start = html.index(f'class="{form}"')
        end = html.index("</form>", start)
    else:
        start = html.index("<form", html.index('id="content"'))
        end = html.rindex("</form>")
    fields.feed(html[html.rindex("<", 0, start + 1) : end])
    return {name: value for name, value in fields.values.items() if "__prefix__" not in name and not name.startswith("_")}


def send(client, address: str, **changes):
    """Open the page at `address`, change some fields and send the form. None takes a field's tick away."""
    data = filled_in(client.get(address).content.decode()) | changes
    return client.post(address, {name: value for name, value in data.items() if value is not None})


def errors_of(response) -> str:
    """What the form complains of, all in one text; empty when it was saved."""
    if response.status_code == 302:
        return ""
    context = response.context
    found = [str(context["errors"])]
    for formset in context.get("inline_admin_formsets", []):
        found += [str(formset.formset.non_form_errors()), *(str(form.errors) for form in formset.formset.forms if form.errors)]
    return " ".join(found)
