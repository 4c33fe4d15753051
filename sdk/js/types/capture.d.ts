export class FacestreamCapture extends HTMLElement {
    connectedCallback(): void;
    disconnectedCallback(): void;
    /** What the button does: starts the camera, or takes the picture that it shows. */
    capture(): Promise<void>;
    /**
     * Asks who it is, as after a capture.
     * @param {Blob} picture
     */
    recognize(picture: Blob): Promise<void>;
    /** Closes the camera, and shows nobody any more. */
    forget(): void;
    #private;
}
