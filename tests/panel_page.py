"""A trainer, a lab or a sweep panel on a page of its own, with a model that only remembers: no kernel needed."""

import json

from xo.widgets.shared.bundle import join_modules

PAGE = """<!doctype html><html lang="en"><title>test</title>
<style>{css} body {{ margin: 8px; background: {ground} }}</style>
<body data-jp-theme-light="{light}"><main><h1 hidden>test</h1><div id="view"></div></main><script type="module">
const values = {values}, listeners = {{}};
for (const [name, numbers] of Object.entries({bytes})) values[name] = new DataView(Uint8Array.from(numbers).buffer);
window.sent = [];
window.model = {{
  get: (name) => values[name],
  set: (name, value) => {{
    const changes = typeof name === "string" ? {{ [name]: value }} : name;
    Object.assign(values, changes);
    for (const changed of Object.keys(changes)) for (const act of listeners[`change:${{changed}}`] ?? []) act();
  }},
  save_changes: () => {{}},
  send: (message) => window.sent.push(message),
  widget_manager: {{}},
  on: (name, act) => (listeners[name] ??= []).push(act),
  happen: (name) => {{ for (const act of listeners[name] ?? []) act(); }},
  off: (name, act) => {{ listeners[name] = (listeners[name] ?? []).filter((one) => one !== act); }},
}};
const url = URL.createObjectURL(new Blob([{code}], {{ type: "text/javascript" }}));
const made = (await import(url)).default, widget = typeof made === "function" ? made() : made;
const around = document.getElementById("view"), add = () => around.appendChild(document.createElement("div"));
const places = Array.from({{ length: {views} }}, add);
const stops = places.map((el) => widget.render({{ model: window.model, el }}));
window.widgetIn = (el) => widget.render({{ model: window.model, el }});
window.stop = () => stops.forEach((stop) => stop());
window.listening = () => Object.values(listeners).flat().length;
</script>"""


def show(page, widget, room, light=True, views=1):
    """Show a widget. page: a Playwright page; room: the name of its JavaScript, as in `lab`; views: how many of it"""
    values = {name: getattr(widget, name) for name in widget.keys if not name.startswith("_")}
    numbers = {name: list(value) for name, value in values.items() if isinstance(value, bytes)}
    plain = {name: value for name, value in values.items() if isinstance(value, list | dict | str | bool | int)}
    css = str(widget._css)
    dark = "" if light else ":root { --jp-layout-color0: #111; --jp-layout-color1: #212121; --jp-ui-font-color0: #fff }"
    page.set_content(
        PAGE.format(
            css=dark + css,
            values=json.dumps(plain),
            bytes=json.dumps(numbers),
            light=str(light).lower(),
            views=views,
            ground="#fff" if light else "#111",
            code=json.dumps(join_modules(f"{room}/{room}")).replace("</", "<\\/"),
        )
    )
    page.wait_for_selector(".xo-panel >> nth=" + str(views - 1))
