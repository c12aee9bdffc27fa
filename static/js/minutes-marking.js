// Adding from a selection: which words of which section are selected, as their places in the section's text.
// Without this script each sentence has its own link.
(() => {
  const form = document.getElementById("from-selection");
  if (!form) return;
  const said = document.getElementById("selection-said");
  let selected = null;

  const sentenceOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".choose-sentence");
  const characters = (text) => [...text].length; // as Python counts them

  const place = (sentence, node, offset) => {
    const before = document.createRange();
    before.setStart(sentence, 0);
    before.setEnd(node, offset);
    return Number(sentence.dataset.from) + characters(before.toString());
  };

  // The selected words, cut to the sentences of the section that the selection begins in.
  const read = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const touched = [...document.querySelectorAll(".choose-sentence")].filter((one) => range.intersectsNode(one));
    const own = touched.filter((one) => one.dataset.section === touched[0].dataset.section);
    if (!own.length) return null;
    const first = own[0];
    const last = own[own.length - 1];
    const from = sentenceOf(range.startContainer) === first ? place(first, range.startContainer, range.startOffset) : Number(first.dataset.from);
    const to = sentenceOf(range.endContainer) === last
      ? place(last, range.endContainer, range.endOffset)
      : Number(last.dataset.from) + characters(last.textContent);
    return to > from ? { afsnit: first.dataset.section, fra: from, til: to } : null;
  };

  document.addEventListener("selectionchange", () => {
    const found = read();
    if (found) selected = found; // pressing the button may take the selection away
    if (found) said.textContent = "";
  });

  form.addEventListener("submit", (event) => {
    if (!selected) {
      event.preventDefault();
      said.textContent = form.dataset.empty;
      return;
    }
    for (const [name, value] of Object.entries(selected)) form.elements[name].value = value;
  });

  form.hidden = false;
})();
