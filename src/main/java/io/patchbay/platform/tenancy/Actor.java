package io.patchbay.platform.tenancy;

import org.jspecify.annotations.Nullable;

/** Who does something, as the event log shall name them. */
public sealed interface Actor {

    /** The name shown in the event log. */
    String name();

    /** The stored kind. */
    String kind();

    /** Somebody who signed in. */
    sealed interface Human extends Actor {

        /** Who it is. */
        PersonId id();

        /** For display. */
        String email();

        /** Where the request came from, where there was one. */
        @Nullable
        Origin origin();
    }

    /** A member of the company, or a person on the way to become one. */
    record Member(
            PersonId id,
            String name,
            String email,
            @Nullable Origin origin) implements Human {

        /** Somebody whose request is not at hand. */
        public static Member of(Person person) {
            return new Member(person.id(), person.name(), person.email(), null);
        }

        @Override
        public String kind() {
            return "PERSON";
        }
    }

    /** Somebody of the vendor's own staff, acting as such. */
    record Staff(
            PersonId id,
            String name,
            String email,
            @Nullable Origin origin) implements Human {
        @Override
        public String kind() {
            return "SUPPORT";
        }
    }

    /** Patchbay itself, or a program that was let in, by its name. */
    record Machine(String name) implements Actor {

        /** Patchbay itself, whatever it does on its own. */
        public static final Machine PATCHBAY = new Machine("Patchbay");

        @Override
        public String kind() {
            return "SYSTEM";
        }
    }

    /** Where a request came from. */
    record Origin(String address, @Nullable String userAgent) {}
}
