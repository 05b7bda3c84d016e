// For the back row: a widget over the whole screen, with larger letters and more contrast (theme.css).
import { button } from "./dom.js";

const MODE = "xo-projector";

export class Projector {
  /** @param {HTMLElement} root of the widget @param {() => void} resized */
  constructor(root, resized) {
    this.root = root;
    this.resized = resized;
    this.full = false;
    this.button = button(
      "Projector",
      "Larger, with more contrast, over the whole screen; Escape ends it",
      () => this.show(!this.on),
      "button project",
    );
    this.follow = () => this.followScreen();
    document.addEventListener("fullscreenchange", this.follow);
    // Where the whole screen is refused, as in some frames, Escape comes here instead of ending that.
    root.addEventListener("keydown", ({ key }) => key === "Escape" && this.show(false));
    this.show(false);
  }

  get on() {
    return this.root.classList.contains(MODE);
  }

  /** @param {boolean} on */
  show(on) {
    const before = this.on;
    this.root.classList.toggle(MODE, on);
    this.button.setAttribute("aria-pressed", String(on));
    if (on === before) return;
    if (on) void this.root.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement === this.root) void document.exitFullscreen();
    this.resized();
  }

  /** Escape leaves the full screen and, with it, the projector; who left the projector before the screen came leaves
   * that, too. */
  followScreen() {
    const full = document.fullscreenElement === this.root;
    if (this.full && !full) this.show(false);
    if (full && !this.on) void document.exitFullscreen();
    this.full = full;
  }

  close() {
    document.removeEventListener("fullscreenchange", this.follow);
  }
}
