package callcentre.runner.stack;

import callcentre.runner.events.QueueMapping;
import callcentre.runner.events.Schedule;
import callcentre.runner.gateway.ApiDefinition;
import callcentre.runner.process.FunctionSpec;
import java.util.List;

/**
 * What the template declares, resolved for this machine.
 *
 * @param notHonoured what is declared and has no effect here, one line each, for the person to know
 */
public record Stack(
    List<FunctionSpec> functions,
    List<ApiDefinition> apis,
    List<QueueMapping> queueMappings,
    List<Schedule> schedules,
    List<String> notHonoured) {}
