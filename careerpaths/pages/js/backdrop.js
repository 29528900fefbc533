// What lies behind and over the roles: a band for each function with its name, the names of the tracks, the second frame of
// a dead end. Drawn on the same canvas, in the picture's own units.

export function makeBackdrop(model, words) {
  let width = 0;
  let height = 0;
  const margin = 18;
  const head = 44;

  // One band for each function that is shown, around the places of its roles; `frames` says how high it is where that is
  // known, `wide` and `high` how much room a role takes.
  function bands(spots, frames, wide, high) {
    [width, height] = [wide, high];
    const found = new Map();
    for (const [number, { x, y }] of spots) {
      const home = model.bands[model.roles[number].band];
      const ends = frames?.get(home.number) ?? { top: y, bottom: y };
      const band = found.get(home) ?? { name: words.bandName(home), left: x, right: x, ...ends, tracks: new Map() };
      band.left = Math.min(band.left, x);
      band.right = Math.max(band.right, x);
      band.top = Math.min(band.top, y);
      band.bottom = Math.max(band.bottom, y);
      const { track } = model.roles[number];
      const column = band.tracks.get(track) ?? { left: x, right: x };
      band.tracks.set(track, { left: Math.min(column.left, x), right: Math.max(column.right, x) });
      found.set(home, band);
    }
    return [...found.values()];
  }

  function drawBands(context, shown, theme, scale) {
    for (const band of shown) {
      const left = band.left - width / 2;
      const right = band.right + width / 2;
      const top = band.top - height / 2 - head + margin;
      rounded(context, left, top, right - left, band.bottom + height / 2 - margin / 2 - top, theme);
      const { name } = band;
      const size = Math.max(15, Math.min(12 / scale, ((right - left) / name.length) * 1.7));
      written(context, name, left + 4, top - 8, `600 ${size}px ${theme.font}`, theme.colours.ink, "left", right - left + 80);
      if (scale < 0.45) continue;
      for (const [track, column] of band.tracks) {
        const label = words.track(track);
        if (label) written(context, label, (column.left + column.right) / 2, top + 20, `12px ${theme.font}`, theme.colours.muted, "center");
      }
    }
  }

  // The room that bands take with their names.
  function extent(shown) {
    return {
      left: Math.min(...shown.map((band) => band.left)) - width / 2, right: Math.max(...shown.map((band) => band.right)) + width / 2,
      top: Math.min(...shown.map((band) => band.top)) - height / 2 - head - 8, bottom: Math.max(...shown.map((band) => band.bottom)) + height / 2,
    };
  }

  function rounded(context, left, top, wide, high, theme) {
    context.beginPath();
    context.roundRect(left, top, wide, high, 10);
    context.fillStyle = theme.colours.paper;
    context.fill();
    context.strokeStyle = theme.colours.rule;
    context.lineWidth = 1;
    context.setLineDash([]);
    context.stroke();
  }

  function written(context, text, x, y, font, colour, align, widest) {
    context.font = font;
    context.fillStyle = colour;
    context.textAlign = align;
    context.textBaseline = "alphabetic";
    context.fillText(text, x, y, widest);
  }

  function drawSecondFrames(context, boxes, theme) {
    context.setLineDash([]);
    context.lineWidth = 1.2;
    context.strokeStyle = theme.colours.ink;
    for (const { left, top, right, bottom } of boxes) {
      context.beginPath();
      context.roundRect(left + 4, top + 4, right - left - 8, bottom - top - 8, 3);
      context.stroke();
    }
  }

  // The number of a step, at the corner of the role that it leads to.
  function drawNumbers(context, steps, theme) {
    context.setLineDash([]);
    context.lineWidth = 2;
    for (const { number, box: { left, top } } of steps) {
      context.beginPath();
      context.arc(left + 2, top + 2, 12, 0, 2 * Math.PI);
      context.fillStyle = theme.colours.paper;
      context.fill();
      context.strokeStyle = theme.colours.accent;
      context.stroke();
      written(context, String(number), left + 2, top + 7, `600 14px ${theme.font}`, theme.colours.accent, "center");
    }
  }

  return { drawNumbers, bands, extent, drawBands, drawSecondFrames };
}
