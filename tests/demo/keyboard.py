"""The keyboard of somebody who has no mouse: keys alone, each counted, and what has the focus by the name it is read out with."""

NAME = """
() => {
  const one = document.activeElement;
  const label = one.getAttribute("aria-label") || (one.labels && one.labels.length && one.labels[0].textContent) || one.textContent;
  return (label || "").replace(/\\s+/g, " ").trim();
}
"""
FURTHEST = 60


class Keyboard:
    """`pressed` counts the keys: each letter is one, and so is a combination such as Alt and N."""

    def __init__(self, page):
        self.page = page
        self.pressed = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.pressed += len(text)

    def skip_to_content(self) -> None:
        self.press("Tab", "Enter")

    def tab_to(self, name: str) -> None:
        """Presses Tab until what is named so has the focus."""
        passed = []
        while len(passed) < FURTHEST:
            self.press("Tab")
            passed.append(self.focused)
            if passed[-1] == name:
                return
        raise AssertionError(f"Tab does not come to {name}, but to {passed}")

    def follow(self) -> None:
        """Enter, and the page that it leads to."""
        with self.page.expect_navigation():
            self.press("Enter")

    @property
    def focused(self) -> str:
        return self.page.evaluate(NAME)
