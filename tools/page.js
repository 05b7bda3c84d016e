// Brings the widgets of an exported lesson to life, and turns its slides; there is no Python behind the page.

/** Stands where Jupyter's model would: it keeps values, and tells whoever listens. */
class LocalModel {
  constructor(values) {
    this.values = values;
    this.listeners = new Map();
  }

  get(name) {
    return this.values[name];
  }

  set(name, value) {
    const changes = typeof name === "string" ? { [name]: value } : name;
    Object.assign(this.values, changes);
    for (const changed of Object.keys(changes)) this.tell(`change:${changed}`);
    this.tell("change");
  }

  tell(name) {
    for (const act of [...(this.listeners.get(name) ?? [])]) act(this, this.values[name.split(":")[1]]);
  }

  on(names, act) {
    for (const name of names.split(" ")) this.listeners.set(name, [...(this.listeners.get(name) ?? []), act]);
  }

  off(name, act) {
    if (!name) this.listeners.clear();
    else
      this.listeners.set(
        name,
        (this.listeners.get(name) ?? []).filter((other) => act && other !== act),
      );
  }

  once(name, act) {
    const first = (...values) => {
      this.off(name, first);
      act(...values);
    };
    this.on(name, first);
  }

  save_changes() {}

  send() {}
}

function readBuffer({ data, encoding }) {
  const text = encoding === "hex" ? data.replace(/../g, (pair) => String.fromCharCode(parseInt(pair, 16))) : atob(data);
  return new DataView(Uint8Array.from(text, (sign) => sign.charCodeAt(0)).buffer);
}

function readValues({ values, buffers }) {
  for (const buffer of buffers) {
    const path = buffer.path.slice(0, -1);
    path.reduce((within, key) => within[key], values)[buffer.path.at(-1)] = readBuffer(buffer);
  }
  return values;
}

async function bringToLife({ texts, models }) {
  const modules = new Map(),
    local = new Map();
  const load = (key) => {
    if (!modules.has(key))
      modules.set(key, import(URL.createObjectURL(new Blob([texts[key]], { type: "text/javascript" }))));
    return modules.get(key);
  };
  for (const key of new Set(Object.values(models).map((model) => model.style))) {
    document.head.append(Object.assign(document.createElement("style"), { textContent: texts[key] }));
  }
  for (const stage of document.querySelectorAll(".stage")) {
    const model = models[stage.dataset.model];
    const widget = (await load(model.module)).default;
    const made = typeof widget === "function" ? await widget() : widget;
    if (!local.has(model)) {
      local.set(model, new LocalModel(readValues(model)));
      await made.initialize?.({ model: local.get(model) });
    }
    const el = document.createElement("div");
    const picture = [...stage.childNodes];
    stage.append(el);
    await made.render({ model: local.get(model), el });
    for (const node of picture) node.remove();
    stage.dataset.alive = "true";
  }
  document.body.dataset.alive = "true";
}

function addButtons(...buttons) {
  const bar = document.createElement("nav");
  bar.className = "bar";
  for (const [label, words, act] of buttons) {
    const button = Object.assign(document.createElement("button"), { textContent: label, title: words, onclick: act });
    button.setAttribute("aria-label", words);
    bar.append(button);
  }
  document.body.prepend(bar);
  return bar;
}

function chooseTheme() {
  const show = (light) => (document.body.dataset.jpThemeLight = String(light));
  show(!matchMedia("(prefers-color-scheme: dark)").matches);
  return ["◐", "Light or dark", () => show(document.body.dataset.jpThemeLight === "false")];
}

function turnSlides() {
  const slides = [...document.querySelectorAll("section")];
  let [slide, step] = location.hash.slice(1).split(".").map(Number);
  const steps = () => slides[slide].querySelectorAll(".step");
  const show = () => {
    for (const [number, section] of slides.entries()) section.classList.toggle("shown", number === slide);
    for (const [number, part] of steps().entries()) part.classList.toggle("waiting", number > step);
    history.replaceState(null, "", `#${slide}.${step}`);
    dispatchEvent(new Event("resize"));
  };
  const hidden = (by) => {
    const { top, bottom } = slides[slide].getBoundingClientRect();
    return by > 0 ? bottom > innerHeight + 4 : top < -4;
  };
  const tell = () => {
    const more = hidden(1) ? " · more below ↓" : step < steps().length - 1 ? " · more" : "";
    const words = `${slide + 1} of ${slides.length}${more}`;
    if (position.textContent !== words) position.textContent = words;
  };
  const turn = (by) => {
    if (by > 0 && step < steps().length - 1) step += 1;
    else if (by < 0 && step > 0) step -= 1;
    else if (slides[slide + by]) {
      slide += by;
      step = by > 0 ? 0 : steps().length - 1;
    } else return;
    show();
    if (by < 0) scrollTo(0, document.body.scrollHeight);
    else if (step > 0) steps()[step].scrollIntoView({ block: "nearest" });
    else scrollTo(0, 0);
  };
  const move = (by) => (hidden(by) ? scrollBy(0, by * 0.8 * innerHeight) : turn(by));
  const bar = addButtons(["‹", "Back", () => move(-1)], ["›", "On", () => move(1)], chooseTheme());
  const position = Object.assign(document.createElement("span"), { role: "status" });
  bar.append(position);
  slide = Math.min(slides.length - 1, Math.max(0, slide || 0));
  step = Math.min(steps().length - 1, Math.max(0, step || 0));
  const keys = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 };
  addEventListener("keydown", (event) => {
    const within = event.target.closest?.(".stage, input, select, button, a");
    if (within || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    move(keys[event.key]);
  });
  let from = null;
  addEventListener("touchstart", (event) => {
    from = event.target.closest(".stage") ? null : event.touches[0].clientX;
  });
  addEventListener("touchend", (event) => {
    const by = from === null ? 0 : event.changedTouches[0].clientX - from;
    if (Math.abs(by) > 60) turn(by < 0 ? 1 : -1); // a finger has scrolled already
  });
  for (const happening of ["scroll", "resize"]) addEventListener(happening, tell);
  new ResizeObserver(tell).observe(document.body); // a widget has grown
  show();
}

if (document.body.classList.contains("slides")) turnSlides();
else addButtons(chooseTheme());
bringToLife(JSON.parse(document.getElementById("lesson").textContent));
