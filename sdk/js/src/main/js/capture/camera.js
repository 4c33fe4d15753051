// @ts-check
/** The camera of who sits before the page, and pictures of it. */
import {FacestreamProblem} from '../facestream.js';

/**
 * @param {HTMLVideoElement} video shows what the camera sees
 * @returns {Promise<() => void>} closes it
 */
export async function openCamera(video) {
  try {
    // Undefined where a browser gives no camera at all.
    if (!navigator.mediaDevices) throw new Error('It is given to pages over https and on this machine only');
    const wanted = {video: {width: {ideal: 1280}, facingMode: 'user'}, audio: false};
    const stream = await navigator.mediaDevices.getUserMedia(wanted);
    const close = () => {
      stream.getTracks().forEach((track) => track.stop());
      video.srcObject = null;
    };
    video.srcObject = stream;
    await video.play().catch((failure) => {
      close();
      throw failure;
    });
    return close;
  } catch (failure) {
    const cure = failure instanceof Error ? failure.message : String(failure);
    throw new FacestreamProblem(0, {title: 'The camera cannot be had', code: 'no-camera', cure}, {cause: failure});
  }
}

/** @param {HTMLVideoElement} video @returns {Promise<Blob>} a JPEG of what it shows */
export function pictureOf(video) {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('The camera gave no picture'))), 'image/jpeg', 0.92);
  });
}

/**
 * Draws a picture, rather than link to it: the page's policy need not allow blob: addresses.
 * @param {HTMLCanvasElement} canvas @param {Blob} picture @param {AbortSignal} signal
 */
export async function draw(canvas, picture, signal) {
  // One that the browser cannot read may still be one that the console can, or says what is wrong.
  const bitmap = await createImageBitmap(picture).catch(() => null);
  signal.throwIfAborted();
  canvas.width = bitmap?.width ?? 1;
  canvas.height = bitmap?.height ?? 1;
  if (bitmap) canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap?.close();
}
