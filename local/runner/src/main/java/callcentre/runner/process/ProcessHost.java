package callcentre.runner.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What all functions share.
 *
 * @param idleLimit a process without work for this long is ended
 * @param processesPerFunction how many invocations of one function run at the same time; more wait
 */
public record ProcessHost(
    RuntimeApi api,
    Launcher launcher,
    Path logsFolder,
    InstantSource clock,
    Duration idleLimit,
    int processesPerFunction) {}
