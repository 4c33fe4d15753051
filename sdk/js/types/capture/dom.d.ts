/**
 * An element. What comes from a record is text, and never markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | ((event: any) => void)>} [attributes] functions listen
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element<T extends keyof HTMLElementTagNameMap>(tag: T, attributes?: Record<string, string | boolean | ((event: any) => void)>, ...children: (Node | string)[]): HTMLElementTagNameMap[T];
export function words(name: string, text: string): HTMLSlotElement;
