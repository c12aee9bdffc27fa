// Answering for obligations: the focus goes on to the next unreviewed one, and shortcut keys.
// Without this script every button is a form's and every link a page's own.
(() => {
  const cards = () => [...document.querySelectorAll(".obligation")];
  const current = () => document.activeElement.closest(".obligation");
  const focus = (card) => {
    if (!card) return;
    card.focus();
    card.scrollIntoView({ block: "nearest" });
  };

  // An answer came back: on to the next unreviewed card, else stay at the one that was answered.
  document.body.addEventListener("answered", (event) => {
    const { next, here } = event.detail;
    focus(document.getElementById(next) || document.getElementById(here) || document.getElementById("standing"));
  });

  // A form or a card came in the place of another.
  document.body.addEventListener("htmx:afterSettle", (event) => {
    const card = document.getElementById(event.detail.target.id);
    if (!card || !card.classList.contains("obligation")) return;
    const wrong = card.querySelector("[aria-invalid=true]");
    const first = card.querySelector(".obligation-form .form-input, .obligation-form .form-select");
    if (wrong || first) (wrong || first).focus();
    else if (event.detail.requestConfig.verb === "get") focus(card);
  });

  const shortcuts = document.getElementById("shortcuts");
  if (!shortcuts) return;
  const NAME = "genvejstaster";
  shortcuts.checked = localStorage.getItem(NAME) !== "nej";
  shortcuts.addEventListener("change", () => localStorage.setItem(NAME, shortcuts.checked ? "ja" : "nej"));

  const isTyping = (element) => element.isContentEditable || /^(textarea|select)$/i.test(element.tagName)
    || (element.tagName === "INPUT" && element.type !== "checkbox");

  const step = (by) => {
    const all = cards();
    const place = all.indexOf(current());
    focus(place < 0 ? all[by > 0 ? 0 : all.length - 1] : all[Math.min(all.length - 1, Math.max(0, place + by))]);
  };

  document.addEventListener("keydown", (event) => {
    if (!shortcuts.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else {
      // A card that has been answered has no keys, and neither has one whose answer is on its way.
      const card = current();
      if (!card || card.dataset.review !== "unreviewed" || card.querySelector(".htmx-request")) return;
      const button = card.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (!button) return;
      button.click();
    }
    event.preventDefault();
  });
})();
