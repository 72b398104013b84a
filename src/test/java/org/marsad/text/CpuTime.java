package org.marsad.text;

import java.lang.management.ManagementFactory;

/** What work costs this thread, whatever else the machine does meanwhile. */
public final class CpuTime {
    private CpuTime() {}

    /** Milliseconds of processor time that a task takes in this thread. */
    public static long millis(Runnable task) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        task.run();
        return (threads.getCurrentThreadCpuTime() - begin) / 1_000_000;
    }
}
