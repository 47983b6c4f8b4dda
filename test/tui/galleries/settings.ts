import type { Gallery } from '../gallery-steps.ts';

export const settingsGallery: Gallery = {};
