// Puts text on the clipboard. Where a browser refuses, the text is shown, selected, to be copied by hand.

import { element } from "./dom.js";

export async function copyText(text, place, words, announce) {
  if (await viaClipboard(text) || viaSelection(text)) {
    announce(words.say("copied"));
    return;
  }
  const box = element("textarea", { readonly: true, rows: 6, "aria-label": words.say("copy_box") });
  box.value = text;
  place.replaceChildren(element("p", {}, words.say("copy_by_hand")), box);
  box.select();
  announce(words.say("copy_by_hand"));
}

async function viaClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// Pages that are not served securely have no clipboard; the older way works in most of them.
function viaSelection(text) {
  const focused = document.activeElement;
  const box = element("textarea", { class: "unseen", "aria-hidden": "true", tabindex: -1 });
  box.value = text;
  document.body.append(box);
  box.select();
  const copied = document.execCommand("copy");
  box.remove();
  focused?.focus({ preventScroll: true });
  return copied;
}
