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
  const video = make("video", "camera", "", { "aria-label": "What the camera sees" }),
    shoot = button("Take", "Take a photo", () => {
      void take(video);
    });
  [video.muted, video.playsInline, video.hidden, shoot.hidden] = [true, true, true, true];
  /** @type {MediaStream | null} */
  let stream = null;
  const show = () => {
    [video.hidden, shoot.hidden] = [!stream, !stream];
    opener.setAttribute("aria-pressed", String(Boolean(stream)));
    resized();
  };
  const close = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    [stream, video.srcObject] = [null, null];
    show();
  };
  const open = async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.srcObject = stream;
      await video.play();
      show();
      closeWhenGone(video, close);
    } catch {
      close();
      tell("No camera: there is none, or the browser may not use it here.");
    }
  };
  const opener = button("Camera", "Open or close the camera", () => (stream ? close() : void open()));
  opener.setAttribute("aria-pressed", "false");
  box.append(video);
  return [opener, shoot];
}

/** A camera whose picture is no longer on the page is switched off. @param {HTMLVideoElement} video
 * @param {() => void} close */
function closeWhenGone(video, close) {
  const timer = setInterval(() => {
    if (video.isConnected && video.srcObject) return;
    clearInterval(timer);
    if (video.srcObject) close();
  }, CHECK_MS);
}
