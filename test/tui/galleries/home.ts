import type { Gallery } from '../gallery-steps.ts';

export const homeGallery: Gallery = {};
