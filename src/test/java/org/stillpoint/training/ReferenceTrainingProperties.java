package org.stillpoint.training;

class ReferenceTrainingProperties extends TrainingLaws {

    @Override
    Engine engine() {
        return Engine.REFERENCE;
    }
}
