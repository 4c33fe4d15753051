/**
 * @param {HTMLVideoElement} video shows what the camera sees
 * @returns {Promise<() => void>} closes it
 */
export function openCamera(video: HTMLVideoElement): Promise<() => void>;
/** @param {HTMLVideoElement} video @returns {Promise<Blob>} a JPEG of what it shows */
export function pictureOf(video: HTMLVideoElement): Promise<Blob>;
/**
 * Draws a picture, rather than link to it: the page's policy need not allow blob: addresses.
 * @param {HTMLCanvasElement} canvas @param {Blob} picture @param {AbortSignal} signal
 */
export function draw(canvas: HTMLCanvasElement, picture: Blob, signal: AbortSignal): Promise<void>;
