package org.stillpoint.arbitraries;

/** What one try of a property is about: a training of the kernel, and perhaps what to look at it with. */
public interface KernelSample {

    KernelTraining training();
}
