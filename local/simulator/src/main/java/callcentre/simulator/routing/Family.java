package callcentre.simulator.routing;

import java.util.List;

/** A group of methods that share their data and their shapes; a new group is a new class. */
public interface Family {

  /** The routes of this group. */
  List<Route> routes();
}
