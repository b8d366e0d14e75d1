package io.patchbay.simulator.entra;

import io.patchbay.simulator.directory.Person;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody's way through the pages, from the request of the application to the answer to it. */
final class SignIn {

    /** What the application has asked for. */
    enum Purpose {
        SIGN_IN,
        ADMIN_CONSENT
    }

    /** The page that is shown. */
    enum Step {
        PICK,
        USERNAME,
        PASSWORD,
        CONSENT,
        APPROVAL
    }

    private final String id = UUID.randomUUID().toString();
    private final Purpose purpose;
    private final Authority authority;
    private final Map<String, String> parameters;
    private volatile Step step = Step.USERNAME;
    private volatile @Nullable Person person;
    private volatile @Nullable Person candidate;
    private volatile @Nullable String message;
    private volatile boolean accepted;

    SignIn(Purpose purpose, Authority authority, Map<String, String> parameters) {
        this.purpose = purpose;
        this.authority = authority;
        this.parameters = Map.copyOf(parameters);
    }

    String id() {
        return id;
    }

    boolean isAdminConsent() {
        return purpose == Purpose.ADMIN_CONSENT;
    }

    Authority authority() {
        return authority;
    }

    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }

    boolean prompts(String prompt) {
        return List.of(parameters.getOrDefault("prompt", "").split(" ")).contains(prompt);
    }

    String clientId() {
        return Objects.requireNonNull(parameters.get("client_id"));
    }

    String redirectUri() {
        return Objects.requireNonNull(parameters.get("redirect_uri"));
    }

    Set<String> scopes() {
        return new LinkedHashSet<>(
                List.of(parameters.getOrDefault("scope", "").strip().split("\\s+")));
    }

    Step step() {
        return step;
    }

    void show(Step next, @Nullable String why) {
        step = next;
        message = why;
    }

    /** What went wrong on the page that is shown. */
    @Nullable
    String message() {
        return message;
    }

    /** Who has signed in. */
    @Nullable
    Person person() {
        return person;
    }

    void signedIn(Person who) {
        person = who;
    }

    /** Starts over with another account. */
    void forgetPerson() {
        person = null;
        candidate = null;
        show(Step.USERNAME, null);
    }

    /** Whose password is asked for. */
    @Nullable
    Person candidate() {
        return candidate;
    }

    void askPasswordOf(Person who) {
        candidate = who;
        show(Step.PASSWORD, null);
    }

    /** The person has pressed Accept on the consent page of this very sign-in. */
    void accept() {
        accepted = true;
    }

    boolean isAccepted() {
        return accepted;
    }
}
