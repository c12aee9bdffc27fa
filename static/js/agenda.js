// Moving an item by dragging its row, or by Alt and an arrow key within it; Enter in its minutes goes on to those of the next, Ctrl and Enter
// saves the open one; and the focus, which goes where the answer says.
// Without this script the buttons of the row move it.
(() => {
  let dragged = null;
  let nextMinutes = "";
  const rowOf = (node) => (node instanceof Element ? node.closest(".board-row[data-key]") : null);
  const clear = () => document.querySelectorAll(".is-before, .is-after").forEach((row) => row.classList.remove("is-before", "is-after"));
  const isAfter = (row, event) => event.clientY > row.getBoundingClientRect().top + row.offsetHeight / 2;

  document.addEventListener("htmx:afterSettle", () => {
    const board = document.getElementById("board");
    const ids = [nextMinutes, ...(board.dataset.focus || "").split(" ")].filter(Boolean);
    const next = ids.map((id) => document.getElementById(id)).find(Boolean);
    if (next) next.focus({ preventScroll: next.id === "vil-paa" });
    if (next && next.select) next.select();
    nextMinutes = "";
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

  document.addEventListener("click", (event) => {
    const leap = event.target.closest(".agenda-jump a");
    const goal = leap && document.querySelector(leap.hash);
    if (!goal) return;
    event.preventDefault();
    goal.focus();
  });

  // A button whose place the next candidate takes is pressed once at a time.
  document.addEventListener("keydown", (event) => {
    if (event.repeat && event.key === "Enter" && event.target.closest(".candidate-acts")) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (event.detail > 1 && event.target.closest(".candidate-acts")) event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const field = event.target.closest(".board-minutes input");
    if (field) {
      const fields = [...document.querySelectorAll(".board-row .board-minutes input:not([type=hidden])")];
      const next = fields[fields.indexOf(field) + 1] || document.getElementById("id_ny-title");
      if (field.value === field.defaultValue) {
        event.preventDefault();
        next.focus();
        next.select();
      } else nextMinutes = next.id;
    } else if (event.ctrlKey && event.target.closest(".item-form")) {
      event.target.closest("form").requestSubmit();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.shiftKey || !event.code.startsWith("Key")) return;
    const goal = document.querySelector(`[aria-keyshortcuts="Alt+${event.code.slice(3)}"]`);
    if (!goal) return;
    event.preventDefault();
    goal.click();
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
