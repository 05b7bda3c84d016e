// Larger, over the whole screen.

const SCALE = 1.35;

export class Projector {
  /** @param {HTMLElement} root @param {(scale: number) => void} resized */
  constructor(root, resized) {
    this.root = root;
    this.resized = resized;
    this.full = false;
    this.follow = () => this.followScreen();
    document.addEventListener("fullscreenchange", this.follow);
  }

  /** @param {boolean} on */
  show(on) {
    this.root.classList.toggle("xo-projector", on);
    this.root.querySelector(".xo-project")?.setAttribute("aria-pressed", String(on));
    if (on) void this.root.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement === this.root) void document.exitFullscreen();
    this.resized(on ? SCALE : 1);
  }

  /** Esc leaves the full screen and, with it, the projector. */
  followScreen() {
    const full = document.fullscreenElement === this.root;
    if (this.full && !full) this.show(false);
    this.full = full;
  }

  close() {
    document.removeEventListener("fullscreenchange", this.follow);
  }
}
