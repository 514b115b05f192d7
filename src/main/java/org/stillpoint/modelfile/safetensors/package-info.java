/** Reads safetensors: a JSON head that says where each tensor is, and their bytes. */
package org.stillpoint.modelfile.safetensors;
