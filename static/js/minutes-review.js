// The review page: a place shows in the original beside it without fetching the original again, and on a narrow screen the two
// take turns. Without this script every place is a link that opens the original at the right line.
(() => {
  const review = document.querySelector("[data-review]");
  const frame = document.getElementById("original");
  const switcher = review.querySelector(".review-switch");
  const isNarrow = () => getComputedStyle(switcher).display !== "none";
  let cameFrom = null;

  const show = (side) => {
    review.dataset.shows = side;
    for (const button of switcher.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.show === side));
  };

  const linesAt = (place) => {
    const { page, from, to } = place.dataset;
    const lines = frame.contentDocument ? [...frame.contentDocument.querySelectorAll(`.line[data-page="${page}"]`)] : [];
    return lines.filter((line) => Number(line.dataset.from) <= Number(to) && Number(from) <= Number(line.dataset.to));
  };

  const mark = (lines) => {
    for (const line of frame.contentDocument.querySelectorAll(".is-marked")) line.classList.remove("is-marked");
    for (const line of lines) line.classList.add("is-marked");
    lines[0].scrollIntoView({ block: "center" });
    const file = frame.contentDocument.querySelector("[data-at-page]");
    if (file) {
      file.hash = `page=${lines[0].dataset.page}`;
      file.firstElementChild.textContent = file.dataset.atPage.replace("#", lines[0].dataset.page);
    }
  };

  review.addEventListener("click", (event) => {
    const place = event.target.closest("a.place");
    if (!place || event.ctrlKey || event.metaKey || event.shiftKey) return;
    cameFrom = place;
    if (isNarrow()) show("original");
    const lines = linesAt(place);
    if (!lines.length) return; // another part of a long document: the link itself fetches it
    event.preventDefault();
    for (const other of review.querySelectorAll("a.place[aria-current]")) other.removeAttribute("aria-current");
    place.setAttribute("aria-current", "location");
    mark(lines);
    if (isNarrow()) switcher.scrollIntoView({ block: "start" });
  });

  switcher.hidden = false;
  show("read");
  switcher.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    show(button.dataset.show);
    if (button.dataset.show === "read" && cameFrom) cameFrom.focus();
  });

  // What was read may come anew when something has been corrected in it.
  const unhide = () => review.querySelectorAll(".differences-all").forEach((ticks) => { ticks.hidden = false; });
  unhide();
  document.body.addEventListener("htmx:afterSwap", unhide);
  review.addEventListener("click", (event) => {
    const button = event.target.closest("[data-tick]");
    if (!button) return;
    for (const box of review.querySelectorAll("input[name=accepted]")) {
      // What opens a closed item or removes something is ticked by itself alone.
      box.checked = button.dataset.tick === "all" && !("byItself" in box.dataset);
    }
  });
})();
