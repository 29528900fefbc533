// Elements from values. Text is only ever set as text: what a document says can never become markup.

// Makes an element; `properties` are attributes (true = present, null or false = absent), or listeners named "onclick" etc.
export function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== null && value !== false) made.setAttribute(name, String(value));
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null));
  return made;
}

export function byId(id) {
  return document.getElementById(id);
}

// The value of a block of data in the page.
export function block(id) {
  return JSON.parse(byId(id).textContent);
}
