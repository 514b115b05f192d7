package org.stillpoint.enumeration;

import java.util.Arrays;

/** How many trainings stand at which states, after the same number of steps. */
final class Crowd {

    private int[] states = new int[1024];
    private long[] networks = new long[1024];
    private long[] firsts = new long[1024];
    private int size;
    /** By state, 1 + its place here, or 0. */
    private int[] places = new int[1024];

    int size() {
        return size;
    }

    int state(int place) {
        return states[place];
    }

    /** The trainings at a place. */
    long networks(int place) {
        return networks[place];
    }

    /** The lowest index among the starts of the trainings at a place. */
    long first(int place) {
        return firsts[place];
    }

    void clear() {
        for (int place = 0; place < size; place++) {
            places[states[place]] = 0;
        }
        size = 0;
    }

    void add(int state, long count, long first) {
        if (state >= places.length) {
            places = Arrays.copyOf(places, Math.max(state + 1, 2 * places.length));
        }
        if (places[state] > 0) {
            int place = places[state] - 1;
            networks[place] += count;
            firsts[place] = Math.min(firsts[place], first);
            return;
        }
        if (size == states.length) {
            states = Arrays.copyOf(states, 2 * size);
            networks = Arrays.copyOf(networks, 2 * size);
            firsts = Arrays.copyOf(firsts, 2 * size);
        }
        states[size] = state;
        networks[size] = count;
        firsts[size] = first;
        places[state] = ++size;
    }
}
