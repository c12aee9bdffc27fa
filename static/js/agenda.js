// Moving an item by dragging its row, or by Alt and an arrow key within it; and the focus, which goes where the answer says.
// Without this script the buttons of the row move it.
(() => {
  let dragged = null;
  const rowOf = (node) => (node instanceof Element ? node.closest(".board-row[data-key]") : null);
  const clear = () => document.querySelectorAll(".is-before, .is-after").forEach((row) => row.classList.remove("is-before", "is-after"));
  const isAfter = (row, event) => event.clientY > row.getBoundingClientRect().top + row.offsetHeight / 2;

  document.addEventListener("htmx:afterSettle", () => {
    const board = document.getElementById("board");
    const next = board.dataset.focus && document.getElementById(board.dataset.focus);
    if (next) next.focus({ preventScroll: board.dataset.focus === "vil-paa" });
    delete board.dataset.focus;
  });

  document.addEventListener("dragstart", (event) => {
    dragged = rowOf(event.target);
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.key);
    dragged.classList.add("is-dragged");
  });

  document.addEventListener("dragover", (event) => {
    const row = dragged && rowOf(event.target);
    if (!row) return;
    event.preventDefault();
    clear();
    row.classList.add(isAfter(row, event) ? "is-after" : "is-before");
  });

  document.addEventListener("drop", (event) => {
    const row = dragged && rowOf(event.target);
    if (!row || row === dragged) return;
    event.preventDefault();
    const rows = [...document.querySelectorAll(".board-row[data-key]")].filter((one) => one !== dragged);
    const place = rows.indexOf(row) + (isAfter(row, event) ? 1 : 0);
    const form = document.getElementById("flyt");
    form.elements.punkt.value = dragged.dataset.key;
    form.elements.efter.value = place ? rows[place - 1].dataset.key : "0";
    form.requestSubmit();
  });

  document.addEventListener("dragend", () => {
    if (dragged) dragged.classList.remove("is-dragged");
    dragged = null;
    clear();
  });

  document.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    const row = rowOf(event.target);
    const button = row && document.getElementById(`${event.key === "ArrowUp" ? "op" : "ned"}-${row.dataset.key}`);
    if (!button) return;
    event.preventDefault();
    button.focus();
    button.click();
  });
})();
