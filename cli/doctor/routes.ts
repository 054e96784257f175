import { type Route, routes } from '../../shared/lambda/routes.ts';
import { ask, type Check, type Finding, failed, ok, problemCode, type Words } from './check.ts';

/** Every route of the table answers: a public one with data or a refusal of ours, any other with 401. */
export const routeChecks: readonly Check[] = routes.map((route) => ({
  name: `route ${route.method} ${route.path}`,
  run: ({ url }) => (route.access === 'public' ? publicRoute(url, route) : tokenRoute(url, route)),
}));

const gone: Words = {
  vi: 'API không có đường dẫn này: triển khai lại ngăn xếp Service của đúng phiên bản mã nguồn.',
  en: 'The API does not have this route: deploy the Service stack of this version of the code again.',
};
const broken: Words = {
  vi: 'Hàm sau đường dẫn này bị lỗi hoặc API không được phép gọi nó: xem mục api-errors của docs/runbook.md.',
  en: 'The function behind this route fails, or the API may not call it: see api-errors in docs/runbook.md.',
};
const throttled: Words = {
  vi: 'API đang giới hạn số yêu cầu: thử lại sau, hoặc nâng requestsPerSecond.',
  en: 'The API is limiting requests: try again later, or raise requestsPerSecond.',
};

async function publicRoute(url: string, route: Route): Promise<Finding> {
  const answer = await ask(`${url}${addressOf(route)}`, { method: route.method });
  const code = problemCode(answer);
  if (answer.status === 200) return ok('200');
  // An empty service has nothing to show, and says so itself; a gateway's 404 is no problem document.
  if (code === 'not-found') return ok('404 not-found');
  return refused(answer.status);
}

async function tokenRoute(url: string, route: Route): Promise<Finding> {
  const { status } = await ask(`${url}${addressOf(route)}`, { method: route.method });
  if (status === 401) return ok('401');
  if (status >= 200 && status < 400) {
    return failed(`${status}`, {
      vi: 'Đường dẫn này trả lời khi không có mã đăng nhập: ngừng dịch vụ và kiểm tra bộ xác thực của API.',
      en: "This route answers without a token: stop the service and check the API's authoriser.",
    });
  }
  return refused(status);
}

function refused(status: number): Finding {
  if (status === 429) return failed('429', throttled);
  return failed(`${status}`, status >= 500 ? broken : gone);
}

/** The route's example; an id that no submission can have stands where an id is wanted. */
function addressOf(route: Route): string {
  return route.example.replaceAll('{id}', '0'.repeat(32)).replaceAll(/\{\w+\}/g, 'x');
}
