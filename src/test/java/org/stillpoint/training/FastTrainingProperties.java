package org.stillpoint.training;

class FastTrainingProperties extends TrainingLaws {

    @Override
    Engine engine() {
        return Engine.FAST;
    }
}
