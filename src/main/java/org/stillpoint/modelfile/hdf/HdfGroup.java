package org.stillpoint.modelfile.hdf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A group of a file.
 *
 * @param groups those in it, by name
 * @param datasets the tensors in it, by name
 * @param unreadable what is in it and is not understood, by name, and why
 * @param attributes what is told of it
 */
public record HdfGroup(Map<String, HdfGroup> groups, Map<String, HdfDataset> datasets, Map<String, String> unreadable,
                       HdfAttributes attributes) {

    /** The group at a path of names with slashes between them. */
    public Optional<HdfGroup> group(String path) {
        HdfGroup group = this;
        for (String name : path.split("/", -1)) {
            group = group.groups.get(name);
            if (group == null) {
                return Optional.empty();
            }
        }
        return Optional.of(group);
    }

    /** The tensor at a path of names with slashes between them. */
    public Optional<HdfDataset> dataset(String path) {
        return at(path, HdfGroup::datasets);
    }

    /** Why what lies at a path is not understood, if that is so. */
    public Optional<String> whyUnreadable(String path) {
        return at(path, HdfGroup::unreadable);
    }

    private <T> Optional<T> at(String path, Function<HdfGroup, Map<String, T>> members) {
        int slash = path.lastIndexOf('/');
        Optional<HdfGroup> holder = slash < 0 ? Optional.of(this) : group(path.substring(0, slash));
        return holder.map(group -> members.apply(group).get(path.substring(slash + 1)));
    }

    /** All tensors in it and in its groups, each once, by their paths. */
    public Map<String, HdfDataset> all() {
        Map<String, HdfDataset> all = new LinkedHashMap<>();
        addTo(all);
        return all;
    }

    private void addTo(Map<String, HdfDataset> all) {
        datasets.values().forEach(dataset -> all.putIfAbsent(dataset.path(), dataset));
        groups.values().forEach(group -> group.addTo(all));
    }

    /** All that is not understood in it and in its groups, by their paths below this one, and why. */
    public Map<String, String> allUnreadable() {
        Map<String, String> all = new LinkedHashMap<>(unreadable);
        groups.forEach((name, group) -> group.allUnreadable().forEach((path, why) -> all.put(name + "/" + path, why)));
        return all;
    }
}
