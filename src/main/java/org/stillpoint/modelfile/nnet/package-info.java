/** Networks in the text format of the Stanford Intelligent Systems Laboratory, as those of ACAS Xu are. */
package org.stillpoint.modelfile.nnet;
