import type { Gallery } from '../gallery-steps.ts';

export const scratchGallery: Gallery = {};
