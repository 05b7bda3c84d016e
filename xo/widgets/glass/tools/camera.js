// The camera, where the browser offers it: see, take, close.
import { button, make } from "../../shared/dom.js";

const CHECK_MS = 500;

export function hasCamera() {
  return Boolean(navigator.mediaDevices?.getUserMedia);
}

/**
 * The button that opens the camera in a box, and the one that takes a photo.
 * @param {HTMLElement} box
 * @param {{take: (video: HTMLVideoElement) => unknown, tell: (text: string) => void, resized: () => void}} host
 */
export function openCamera(box, { take, tell, resized }) {
  const camera = new Camera(() => {
    [camera.video.hidden, shoot.hidden] = [!camera.stream, !camera.stream];
    opener.setAttribute("aria-pressed", String(camera.stream !== null));
    resized();
  });
  const shoot = button("Take", "Take a photo", () => void take(camera.video)),
    opener = button("Camera", "Open or close the camera", () => (camera.stream ? camera.close() : void open()));
  const open = () => camera.open().catch(() => tell("No camera: there is none, or the browser may not use it here."));
  shoot.hidden = true;
  opener.setAttribute("aria-pressed", "false");
  box.append(camera.video);
  return [opener, shoot];
}

class Camera {
  /** @param {() => void} changed it is open, or closed */
  constructor(changed) {
    this.changed = changed;
    this.video = make("video", "camera", "", { "aria-label": "What the camera sees" });
    [this.video.muted, this.video.playsInline, this.video.hidden] = [true, true, true];
    /** @type {MediaStream | null} */
    this.stream = null;
  }

  /** @throws {Error} where there is none, or it may not be used; it is closed then */
  async open() {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      this.video.srcObject = this.stream;
      await this.video.play();
    } catch (error) {
      this.close();
      throw error;
    }
    this.changed();
    closeWhenGone(this.video, () => this.close());
  }

  close() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    [this.stream, this.video.srcObject] = [null, null];
    this.changed();
  }
}

/** A camera whose picture is no longer shown is switched off. @param {HTMLVideoElement} video
 * @param {() => void} close */
function closeWhenGone(video, close) {
  const timer = setInterval(() => {
    if (video.getClientRects().length && video.srcObject) return;
    clearInterval(timer);
    if (video.srcObject) close();
  }, CHECK_MS);
}
