package dev.plumbline.runners.mine.faults;

/**
 * One fault, for people.
 *
 * @param name as it is asked for
 * @param keys its own keys with their defaults; empty if it has none
 * @param effect what happens
 */
public record FaultHelp(String name, String keys, String effect) {}
