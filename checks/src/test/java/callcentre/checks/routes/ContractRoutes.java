package callcentre.checks.routes;

import java.util.List;

/**
 * The rows of the contract's table "Routes" that this slice serves, and the two addresses behind
 * its tickets for audio, copied by hand: the yardstick that the route table in the code, the
 * template and the OpenAPI document are held against.
 */
final class ContractRoutes {

  /**
   * One row.
   *
   * @param roles as the contract writes them; {@code public} for its dash
   */
  record Row(String method, String path, String roles) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static final String ROWS =
      """
      GET    /api/admin/mightycall/phone-numbers            A D* M* G*
      PATCH  /api/admin/mightycall/phone-numbers/{number}   A
      DELETE /api/admin/mightycall/phone-numbers/{number}   A
      GET    /api/admin/mightycall/extensions               A D* M* G*
      POST   /api/admin/mightycall/sync                     A
      POST   /api/admin/mightycall/sync/backfill            A
      GET    /api/admin/mightycall/sync/jobs                A
      GET    /api/admin/mightycall/sync/jobs/{id}           A
      GET    /api/admin/mightycall/reports                  A D* M*
      GET    /api/admin/mightycall/calls                    A D* M* G*
      POST   /api/admin/mightycall/calls                    self
      GET    /api/admin/mightycall/calls/{id}               A D* M* G*
      PUT    /api/admin/mightycall/calls/{id}/comment       A D* M* G*
      DELETE /api/admin/mightycall/calls/{id}/comment       A D* M* G*
      PUT    /api/admin/mightycall/calls/{id}/workflow-state A D* M* G*
      POST   /api/admin/mightycall/calls/{id}/recording/ticket A D* M* G*
      GET    /api/admin/mightycall/voicemails               A D* M* G*
      GET    /api/admin/mightycall/voicemails/{id}          A D* M* G*
      PATCH  /api/admin/mightycall/voicemails/{id}          A D* M* G*
      DELETE /api/admin/mightycall/voicemails/{id}          A D*
      POST   /api/admin/mightycall/voicemails/{id}/audio/ticket A D* M* G*
      POST   /api/admin/mightycall/send-sms                 A D* M* G*
      GET    /api/admin/mightycall/sms-logs                 A D* M* G*
      GET    /api/admin/mightycall/sms-logs/{id}            A D* M* G*
      POST   /api/admin/mightycall/sms-logs/{id}/retry      A D* M* G*
      POST   /api/admin/mightycall/sms-logs/{id}/cancel     A D* M* G*
      GET    /api/admin/mightycall/conversations            A D* M* G*
      GET    /api/admin/mightycall/conversations/{business}/{counterpart} A D* M* G*
      GET    /api/admin/mightycall/sms-usage                A D* M*
      GET    /api/admin/mightycall/sms-opt-outs             A D* M* G*
      GET    /api/admin/mightycall/sms-opt-outs/{number}    A D* M* G*
      PUT    /api/admin/mightycall/sms-opt-outs/{number}    A D* M* G*
      DELETE /api/admin/mightycall/sms-opt-outs/{number}    A D*
      GET    /api/admin/users                               A D* M* self
      GET    /api/admin/users/{userId}                      A D* M* self
      PUT    /api/admin/users/{userId}                      A
      DELETE /api/admin/users/{userId}                      A
      PUT    /api/admin/users/{userId}/mightycall-key       A
      DELETE /api/admin/users/{userId}/mightycall-key       A
      GET    /api/admin/user-status                         A D* M* G*
      GET    /api/admin/user-status/{userId}                A D* M* self
      PUT    /api/admin/user-status/{userId}                A self
      GET    /api/admin/user-status/{userId}/history        A D* M* self
      GET    /api/admin/orgs                                A D* M* G*
      PUT    /api/admin/orgs/{orgId}                        A
      DELETE /api/admin/orgs/{orgId}                        A
      GET    /api/admin/orgs/{orgId}/settings               A D* M*
      PUT    /api/admin/orgs/{orgId}/settings               A D*
      GET    /api/admin/mightycall/team                     A D M
      GET    /api/admin/mightycall/profile                  A D M
      GET    /api/admin/mightycall/usage                    A
      PUT    /api/admin/mightycall/usage                    A
      GET    /api/admin/mightycall/status                   A
      GET    /api/admin/mightycall/events                   A
      POST   /api/admin/mightycall/events/replay            A
      POST   /api/admin/mightycall/events/{id}/replay       A
      POST   /api/admin/mightycall/dlq/{queue}/redrive      A
      GET    /api/config                                    public
      GET    /api/health                                    public
      GET    /api/openapi.json                              public
      POST   /api/live/ticket                               A D M G
      GET    /api/audio/{ticket}                            public
      HEAD   /api/audio/{ticket}                            public
      POST   /api/webhooks/mightycall                       public
      POST   /api/webhooks/mightycall/{token}               public
      """;

  private ContractRoutes() {}

  static List<Row> all() {
    return ROWS.lines()
        .map(line -> line.strip().split(" +", 3))
        .map(words -> new Row(words[0], words[1], words[2]))
        .toList();
  }
}
