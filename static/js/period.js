// What a phrase of time was read as goes into the days beside it. Without this script the phrase is read when the form is sent.
document.body.addEventListener("htmx:afterSettle", (event) => {
  const reading = event.detail.target;
  const days = reading.classList.contains("period-reading") && reading.querySelector("[data-first]");
  if (!days) return;
  const { first, last } = reading.closest(".period-fields").dataset;
  const form = reading.closest("form");
  for (const [name, day] of [[first, days.dataset.first], [last, days.dataset.last]]) {
    const field = name && form.querySelector(`[name$="${name}"]`);
    if (field) field.value = day;
  }
});
