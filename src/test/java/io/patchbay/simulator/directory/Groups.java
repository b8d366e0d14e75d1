package io.patchbay.simulator.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The security groups of a tenant, as its administrators change them. Safe for many threads. */
public final class Groups {
    private final List<Group> atFirst;
    private final List<Group> now;

    Groups(List<Group> atFirst) {
        this.atFirst = List.copyOf(atFirst);
        this.now = new ArrayList<>(atFirst);
    }

    synchronized void reset() {
        now.clear();
        now.addAll(atFirst);
    }

    public synchronized List<Group> all() {
        return List.copyOf(now);
    }

    /** The group of that name; an {@link IllegalArgumentException} when there is none. */
    public Group named(String name) {
        return all().stream()
                .filter(group -> group.displayName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No group " + name));
    }

    /** A new group, another one than any before even of the same name. */
    public synchronized UUID create(String name, List<Person> members) {
        UUID id = UUID.randomUUID();
        now.add(new Group(id, name, "", List.copyOf(members), List.of()));
        return id;
    }

    public synchronized void delete(UUID id) {
        now.removeIf(group -> group.id().equals(id));
    }

    public void add(UUID id, Person person) {
        change(id, group -> group.with(person));
    }

    public void remove(UUID id, Person person) {
        change(id, group -> group.without(person));
    }

    public void rename(UUID id, String name) {
        change(id, group -> group.named(name));
    }

    private synchronized void change(UUID id, UnaryOperator<Group> how) {
        now.replaceAll(group -> group.id().equals(id) ? how.apply(group) : group);
    }
}
