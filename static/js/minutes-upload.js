// The upload form: files can be dropped on it, and what was chosen is listed before it is sent.
(() => {
  const input = document.getElementById("files");
  const place = input.closest(".upload-place");
  const chosen = document.getElementById("files-chosen");
  const mostBytes = Number(input.dataset.mostBytes);
  const mostFiles = Number(input.dataset.mostFiles);
  const shown = (size) =>
    size < 1e5 ? `${Math.max(1, Math.round(size / 1e3))} kB` : `${(size / 1e6).toLocaleString("da-DK", { maximumFractionDigits: 1 })} MB`;

  const show = () => {
    const list = document.createElement("ul");
    for (const file of input.files) {
      const line = document.createElement("li");
      line.textContent = `${file.name}, ${shown(file.size)}`;
      if (file.size > mostBytes) {
        line.className = "upload-wrong";
        line.textContent += `: ${chosen.dataset.tooLarge}`;
      }
      list.append(line);
    }
    const tooMany = input.files.length > mostFiles;
    input.setCustomValidity(tooMany ? chosen.dataset.tooMany : "");
    chosen.replaceChildren(...(tooMany ? [chosen.dataset.tooMany] : input.files.length ? [list] : []));
  };

  const over = (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    place.classList.add("is-over");
  };
  place.querySelector(".upload-drop").hidden = false;
  input.addEventListener("change", show);
  place.addEventListener("dragenter", over);
  place.addEventListener("dragover", over);
  place.addEventListener("dragleave", () => place.classList.remove("is-over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("is-over");
    input.files = event.dataTransfer.files;
    show();
  });
})();
