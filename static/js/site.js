// The design system's components come to life when asked to; what htmx swaps in is asked for again.
DKFDS.init();
document.body.addEventListener("htmx:afterSwap", (event) => {
  event.detail.target.querySelectorAll("table[class*='-responsive-headers']").forEach((table) => new DKFDS.ResponsiveTable(table));
});
