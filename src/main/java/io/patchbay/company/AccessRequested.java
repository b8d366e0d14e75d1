package io.patchbay.company;

/** Somebody asks to be let in; published in the transaction that stores it, for the current company. */
public record AccessRequested(String name, String email) {}
