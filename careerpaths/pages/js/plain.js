// An answer as text to paste into a mail: what the page shows, with the address that leads back to it.

export function makePlain(model, words) {
  const { say } = words;
  const inline = (parts) => parts.map((part) => (typeof part === "string" ? part : model.roles[part.role].title)).join("");

  function block(value) {
    if (value.kind === "paragraph") return [inline(value.parts)];
    if (value.isLong) return [];
    if (value.kind === "steps") return value.items.flatMap((item, place) => step(item, value.ordered ? `${place + 1}. ` : "- "));
    if (value.kind === "roles") return [`${value.title}: ${value.numbers.map((number) => model.roles[number].title).join("; ")}`];
    if (value.kind === "facts") return value.rows.map(([label, text]) => `${label}: ${text}`);
    return [value.title, ...value.blocks.flatMap(block)];
  }

  // A step with its lines, what it asks and who says so; what a way before has told is not told again.
  function step({ parts, rest, lines, more, way }, mark) {
    const sentence = `${mark}${inline(parts)}${rest ? `: ${rest}` : ""}.`;
    const asks = way ? [say("asks_as_before", { number: String(way) })] : [...lines, ...more.blocks.flatMap(block)];
    return [sentence, ...asks.map((line) => `${" ".repeat(mark.length)}${line}`)];
  }

  function section({ heading, mark, blocks }) {
    return ["", ...(heading ? [mark ? `${heading} (${mark})` : heading] : []), ...blocks.flatMap(block)];
  }

  return function plain(value, head, address) {
    const lines = [value.heading, head, "", inline(value.summary), ...value.sections.flatMap(section), "",
      `${say("not_an_offer")} ${say("not_an_offer_more")}`, value.todo.at(-1)];
    return [...lines, ...(address ? [address] : [])].join("\n") + "\n";
  };
}
