import type { LibraryFunction } from './function.ts';
import { autoencoders } from './generative/autoencoder.ts';
import { diffusion } from './generative/diffusion.ts';
import { gan } from './generative/gan.ts';
import { rbm } from './generative/rbm.ts';
import { sampling } from './generative/rbm-sampling.ts';
import { vae } from './generative/vae.ts';

/** Models that make samples: Boltzmann machines, autoencoders, adversarial networks, diffusion. */
export const generative: readonly LibraryFunction[] = [rbm, sampling, autoencoders, vae, gan, diffusion].flat();
