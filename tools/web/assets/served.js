// What only a served page has: an app's manifest, and a worker that keeps the site for days without a network.
import { make } from "./elements.js";

export function keepForLater() {
  if (!location.protocol.startsWith("http") || window.top !== window) return;
  document.head.append(make("link", { rel: "manifest", href: "manifest.webmanifest" }));
  try {
    navigator.serviceWorker?.register("service-worker.js").catch(() => {}); // not over plain http from afar
  } catch {
    // forbidden here: the page works as long as there is a network
  }
}
