// What a phrase of time was read as goes into the days beside it, and how often into its own fields. Days of other words go away
// again; days that somebody has typed are not emptied. Without this script the phrase is read when the form is sent.
document.body.addEventListener("htmx:afterSettle", (event) => {
  const reading = event.detail.target;
  const read = reading.classList.contains("period-reading") && reading.querySelector("[data-first]");
  if (!read) return;
  const names = reading.closest(".period-fields").dataset;
  const form = reading.closest("form");
  for (const [part, value] of Object.entries(read.dataset)) {
    const field = names[part] && form.querySelector(`[name$="${names[part]}"]:not([type="hidden"])`);
    if (!field) continue;
    field.dataset.filled ??= opened(field);
    if (value === "" && field.value !== field.dataset.filled) continue;
    field.value = field.dataset.filled = value;
  }
});

function opened(field) {
  const chosen = field.tagName === "SELECT" && [...field.options].find((option) => option.defaultSelected);
  return field.tagName === "SELECT" ? (chosen?.value ?? "") : field.defaultValue;
}
