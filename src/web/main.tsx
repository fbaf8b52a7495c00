import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { keepUnderWay } from "./under-way.ts";

keepUnderWay();
createRoot(document.getElementById("desk")!).render(<App />);
