import type { Gallery } from '../gallery-steps.ts';

export const stepsGallery: Gallery = {};
