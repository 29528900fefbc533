// Colours and type of the picture, read from the page's styles, so that light, dark and forced colours hold there as well.

const NAMES = ["paper", "ink", "muted", "rule", "accent", "accent-ink", "operational", "operational-fill", "professional",
  "professional-fill", "supervisory", "supervisory-fill", "managerial", "managerial-fill", "other", "other-fill"];

export function readTheme(place) {
  const probe = document.createElement("span");
  place.append(probe);
  const colours = {};
  for (const name of NAMES) {
    // Through a real property, so that a name such as CanvasText comes out as a colour that a canvas knows.
    probe.style.color = `var(--${name})`;
    colours[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return { colours, font: getComputedStyle(place).fontFamily };
}

export function onThemeChange(listener) {
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", listener);
  }
}
