// One box ticks all on the page, and how many are ticked is told. Without this script a link ticks them all.
const all = document.getElementById("tick-all");
const told = document.querySelector(".desk-count");

function boxes() {
  return [...document.querySelectorAll('.desk-table input[name="valgt"]')];
}

function tell() {
  const ticked = boxes().filter((box) => box.checked).length;
  all.checked = ticked > 0 && ticked === boxes().length;
  all.indeterminate = ticked > 0 && !all.checked;
  told.textContent = ticked ? String(ticked) : "";
}

if (all && told) {
  all.addEventListener("change", () => {
    for (const box of boxes()) box.checked = all.checked;
    tell();
  });
  document.querySelector(".desk-table tbody").addEventListener("change", tell);
  window.addEventListener("pageshow", tell); // the browser has ticked again what was ticked when one comes back
}
