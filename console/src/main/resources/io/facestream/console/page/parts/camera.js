// @ts-check
/** The camera of who sits before the page. */

/** @param {HTMLVideoElement} video */
export async function open(video) {
  if (!navigator.mediaDevices) {
    throw new Error('A browser gives its camera to pages over https and to this machine only');
  }
  const stream = await navigator.mediaDevices.getUserMedia({video: {width: {ideal: 1280}, facingMode: 'user'}, audio: false});
  video.srcObject = stream;
  await video.play();
  return () => stream.getTracks().forEach((track) => track.stop());
}

/** @param {HTMLVideoElement} video @returns {Promise<Blob>} */
export function capture(video) {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).drawImage(video, 0, 0);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('No picture'))), 'image/jpeg', 0.92));
}
